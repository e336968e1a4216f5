<?php

pm_Context::init('hostseal');

Modules_Hostseal_Lifecycle::tellAll();
