<?php

/** Tells the app what happened to accounts; shown by Plesk while it runs. What is not taken is told again by the scheduler. */
final class Modules_Hostseal_Task_TellHostseal extends pm_LongTask_Task
{
    public $trackProgress = false;

    public function run()
    {
        if (!Modules_Hostseal_Lifecycle::tellAll()) {
            pm_Log::info('Hostseal: the app does not take what happened to accounts now; it is told again in a minute');
        }
    }

    public function statusMessage()
    {
        return pm_Locale::lmsg($this->getStatus() === static::STATUS_DONE ? 'task.told' : 'task.telling');
    }
}
