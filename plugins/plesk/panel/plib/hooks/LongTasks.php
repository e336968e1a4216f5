<?php

class Modules_Hostseal_LongTasks extends pm_Hook_LongTasks
{
    public function getLongTasks()
    {
        return [new Modules_Hostseal_Task_TellHostseal()];
    }
}
