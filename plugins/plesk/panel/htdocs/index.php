<?php

(new pm_Application())->run();
