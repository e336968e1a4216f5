<?php

Modules_Hostseal_Lifecycle::tellAll();
