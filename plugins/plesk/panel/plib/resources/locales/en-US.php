<?php

$messages = [
    'button.title' => 'SSL certificates',
    'button.description' => 'Order, install and renew the SSL/TLS certificates of your sites',
    'signOn.moment' => 'One moment: you are being signed on.',
    'signOn.goOn' => 'Go to my certificates',
    'signOn.notReady' => 'Certificates cannot be ordered here yet: the administrator has not set it up.',
    'signOn.refused' => 'This domain is not yours.',
    'settings.title' => 'SSL certificates by Hostseal',
    'settings.description' => 'Where your customers are signed on for their certificates',
    'settings.explained' => 'The app gives the name and the key of this server when the server is added there.',
    'settings.app' => 'Address of the app',
    'settings.server' => 'Name of this server',
    'settings.key' => 'Key of this server (empty: leave it as it is)',
    'settings.stored' => 'Stored. Your customers now find SSL certificates in the sidebar and beside each domain.',
    'settings.wrong.app' => 'The address must begin with https://',
    'settings.wrong.server' => 'The name is the one the app shows: letters, digits, dots and dashes.',
    'settings.wrong.server_key' => 'The key is the one the app shows: at least 43 letters, digits, dashes and underscores.',
    'task.telling' => 'Telling Hostseal about changed accounts',
    'task.told' => 'Hostseal knows about the changed accounts',
];
