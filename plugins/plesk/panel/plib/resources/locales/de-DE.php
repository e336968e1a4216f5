<?php

$messages = [
    'button.title' => 'SSL-Zertifikate',
    'button.description' => 'SSL/TLS-Zertifikate Ihrer Websites bestellen, installieren und erneuern',
    'signOn.moment' => 'Einen Augenblick: Sie werden angemeldet.',
    'signOn.goOn' => 'Zu meinen Zertifikaten',
    'signOn.notReady' => 'Zertifikate können hier noch nicht bestellt werden: Der Administrator hat es noch nicht eingerichtet.',
    'signOn.refused' => 'Diese Domain gehört Ihnen nicht.',
    'settings.title' => 'SSL-Zertifikate von Hostseal',
    'settings.description' => 'Wo Ihre Kunden für ihre Zertifikate angemeldet werden',
    'settings.explained' => 'Die Anwendung nennt Name und Schlüssel dieses Servers, wenn er dort hinzugefügt wird.',
    'settings.app' => 'Adresse der Anwendung',
    'settings.server' => 'Name dieses Servers',
    'settings.key' => 'Schlüssel dieses Servers (leer: unverändert lassen)',
    'settings.stored' => 'Gespeichert. Ihre Kunden finden SSL-Zertifikate nun in der Seitenleiste und bei jeder Domain.',
    'settings.wrong.app' => 'Die Adresse muss mit https:// beginnen.',
    'settings.wrong.server' => 'Der Name ist der, den die Anwendung zeigt: Buchstaben, Ziffern, Punkte und Striche.',
    'settings.wrong.server_key' => 'Der Schlüssel ist der, den die Anwendung zeigt: mindestens 43 Buchstaben, Ziffern, Binde- und Unterstriche.',
    'task.telling' => 'Hostseal erfährt von geänderten Konten',
    'task.told' => 'Hostseal weiß von den geänderten Konten',
];
