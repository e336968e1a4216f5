<?php

declare(strict_types=1);

// Runs as the customer who is logged in. It reads nothing that this customer may not read.

require_once __DIR__ . '/../../../../php/cpanel.php';
foreach (['AccountKey', 'Assertion', 'Page', 'SignOn', 'Words'] as $class) {
    require_once __DIR__ . "/lib/$class.php";
}

use Hostseal\AccountKey;
use Hostseal\Page;
use Hostseal\SignOn;
use Hostseal\Words;

const FEATURE = 'hostseal';

/** @return array<string, mixed> */
function asked(CPANEL $cpanel, string $module, string $function, array $arguments = []): array
{
    $answer = $cpanel->uapi($module, $function, $arguments);
    return is_array($answer['cpanelresult']['result'] ?? null) ? $answer['cpanelresult']['result'] : [];
}

$cpanel = new CPANEL();
$locale = asked($cpanel, 'Locale', 'get_attributes')['data']['locale'] ?? 'en';
$words = Words::for((string) $locale);
$hasFeature = (int) (asked($cpanel, 'Features', 'has_feature', ['name' => FEATURE])['status'] ?? 0) === 1;
$key = $hasFeature ? AccountKey::read((string) getenv('HOME')) : null;

header('Cache-Control: no-store');
header('Referrer-Policy: no-referrer');

if ($key !== null && !$key->isFramed()) {
    $nonce = bin2hex(random_bytes(16));
    header('Content-Security-Policy: ' . Page::policy($key->app(), $nonce));
    $form = Page::form($key, SignOn::assertion($key, (string) $locale, time()), $words, $nonce);
    print Page::whole($words['title'], $form);
} else {
    print $cpanel->header($words['title']);
    print $key === null
        ? Page::sentence($words[$hasFeature ? 'no-key' : 'no-feature'])
        : Page::form($key, SignOn::assertion($key, (string) $locale, time()), $words, '');
    print $cpanel->footer();
}
$cpanel->end();
