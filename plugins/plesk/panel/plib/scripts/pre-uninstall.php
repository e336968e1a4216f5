<?php

/* Certificates stay where they are in use; what is ours alone goes: schedule, settings, and the keys sealed among them. */
pm_Scheduler::getInstance()->removeAllTasks();
pm_Settings::clean();
$lock = rtrim(pm_Context::getVarDir(), '/') . '/lifecycle.lock';
if (is_file($lock)) {
    unlink($lock);
}
