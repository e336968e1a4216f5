<?php

// php vectors.php <vectors.json>: every signed vector anew, as JSON.

declare(strict_types=1);

require_once __DIR__ . '/../page/lib/Assertion.php';

$vectors = json_decode((string) file_get_contents($argv[1]), true, 64, JSON_THROW_ON_ERROR);
$write = static function (array $vector): string {
    return Hostseal\Assertion::write($vector['claims'], $vector['signer'], $vector['key']);
};
print json_encode(['signed' => array_map($write, $vectors['signed'])], JSON_THROW_ON_ERROR);
