<?php

declare(strict_types=1);

namespace Hostseal;

/** What the browser carries to the app for this account. */
final class SignOn
{
    private const LIFE = 60;
    private const NUMBER_BYTES = 16;
    private const LOCALE = '/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/D';

    /** @param string $locale as the panel calls it: `de`, `pt_br` */
    public static function assertion(AccountKey $key, string $locale, int $now): string
    {
        $number = rtrim(strtr(base64_encode(random_bytes(self::NUMBER_BYTES)), '+/', '-_'), '=');
        $claims = $key->claims() + ['exp' => $now + self::LIFE, 'iat' => $now, 'jti' => $number, 'role' => 'customer'];
        $language = str_replace('_', '-', $locale);
        return $key->sign(preg_match(self::LOCALE, $language) === 1 ? $claims + ['locale' => $language] : $claims);
    }
}
