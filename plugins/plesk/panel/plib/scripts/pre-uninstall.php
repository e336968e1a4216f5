<?php

pm_Context::init('hostseal');

/* Certificates stay where they are in use; what is ours alone goes: schedule, settings, and the keys sealed among them. */
pm_Scheduler::getInstance()->removeAllTasks();
pm_Settings::clean();
array_map('unlink', glob(rtrim(pm_Context::getVarDir(), '/') . '/*.lock'));
