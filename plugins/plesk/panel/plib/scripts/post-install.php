<?php

pm_Context::init('hostseal');

/* Once a minute, what the app has not yet taken is told again. */
$scheduler = pm_Scheduler::getInstance();
$scheduler->removeAllTasks();
$task = new pm_Scheduler_Task();
$task->setCmd('tell-hostseal.php');
$task->setSchedule(['minute' => '*', 'hour' => '*', 'dom' => '*', 'month' => '*', 'dow' => '*']);
$scheduler->putTask($task);
