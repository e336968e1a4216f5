<?php

/** `plesk ext hostseal`: setting up without a browser, as an automated installation wants it. */
class Modules_Hostseal_ApiCli extends pm_Hook_ApiCli
{
    /**
     * Sets where the app is (-app), and as which server this one signs (-server). The key is read from standard input, so
     * that it is in no process list; without one, the key that is there stays.
     */
    public function setUpCommand($app = '', $server = '')
    {
        $key = $this->readKey();
        $wrong = Modules_Hostseal_Configuration::store((string) $app, (string) $server, $key);
        if ($wrong !== []) {
            $this->stderr('Not set up; wrong or missing: ' . implode(', ', $wrong) . "\n");
            $this->exitCode(1);
            return;
        }
        $this->stdout("Set up: $app, as $server\n");
    }

    /** Says what is set up, and how many events are still to be told. The key is not shown. */
    public function showCommand()
    {
        $this->stdout('app: ' . Modules_Hostseal_Configuration::getApp() . "\n");
        $this->stdout('server: ' . Modules_Hostseal_Configuration::getServer() . "\n");
        $this->stdout('ready: ' . (Modules_Hostseal_Configuration::isComplete() ? 'yes' : 'no') . "\n");
        $this->stdout('waiting to be told: ' . Modules_Hostseal_Lifecycle::count() . "\n");
    }

    /** Takes calls of the XML API also where Plesk opens no session for them (yes), or refuses them (no). */
    public function trustSessionlessCommand($trust = 'no')
    {
        Modules_Hostseal_Configuration::trustSessionless($trust === 'yes');
    }

    protected function readKey(): string
    {
        return stream_isatty(STDIN) ? '' : trim((string) stream_get_contents(STDIN));
    }
}
