<?php

declare(strict_types=1);

namespace Hostseal;

/** The few sentences of the page. */
final class Words
{
    private const ENGLISH = [
        'title' => 'SSL certificates',
        'going' => 'One moment: your certificates are being opened.',
        'go' => 'Open SSL certificates',
        'no-key' => 'SSL certificates are not ready for this account yet. They will be within the hour; if not, ask your hosting provider.',
        'no-feature' => 'SSL certificates are not part of this hosting package. Your hosting provider can add them.',
    ];
    private const GERMAN = [
        'title' => 'SSL-Zertifikate',
        'going' => 'Einen Moment: Ihre Zertifikate werden geöffnet.',
        'go' => 'SSL-Zertifikate öffnen',
        'no-key' => 'SSL-Zertifikate sind für dieses Konto noch nicht bereit. Das dauert höchstens eine Stunde; sonst fragen Sie Ihren Hosting-Anbieter.',
        'no-feature' => 'SSL-Zertifikate gehören nicht zu diesem Hosting-Paket. Ihr Hosting-Anbieter kann sie hinzufügen.',
    ];

    /** @return array<string, string> */
    public static function for(string $locale): array
    {
        return strncmp(strtolower($locale), 'de', 2) === 0 ? self::GERMAN : self::ENGLISH;
    }
}
