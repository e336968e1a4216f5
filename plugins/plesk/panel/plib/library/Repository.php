<?php

/** The certificates of a site, through Plesk's own XML API on this server. */
final class Modules_Hostseal_Repository
{
    private const EXISTS = 1007;

    private string $site;

    public function __construct(string $site)
    {
        $this->site = $site;
    }

    /** One that is there under the same name is taken for the same: names are of one certificate only. */
    public function install(string $name, string $key, string $certificate, string $chain): void
    {
        $result = $this->ask(
            '<certificate><install><name>' . $this->escape($name) . '</name><site>' . $this->escape($this->site)
            . '</site><content><csr></csr><pvt>' . $this->escape($key) . '</pvt><cert>' . $this->escape($certificate)
            . '</cert><ca>' . $this->escape($chain) . '</ca></content></install></certificate>'
        )->certificate->install->result;
        if ((string) $result->status !== 'ok' && (int) $result->errcode !== self::EXISTS) {
            throw new Modules_Hostseal_Refusal('certificate-refused', (string) $result->errtext);
        }
    }

    /** One that is gone already is no matter. */
    public function remove(string $name): void
    {
        $this->ask(
            '<certificate><remove><filter><name>' . $this->escape($name) . '</name></filter><site>'
            . $this->escape($this->site) . '</site></remove></certificate>'
        );
    }

    /** @return SimpleXMLElement */
    private function ask(string $packet): object
    {
        return pm_ApiRpc::getService()->call($packet);
    }

    private function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_XML1 | ENT_QUOTES);
    }
}
