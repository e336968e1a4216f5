<?php

declare(strict_types=1);

namespace Hostseal;

/** What the page says to the app and signs: a JWS in compact form (RFC 7515 section 3.1). */
final class Assertion
{
    private const SHORTEST_KEY = 32;

    /**
     * @param array<string, mixed> $claims
     * @param string $signer `server`, or `account:` with the generation of the key
     */
    public static function write(array $claims, string $signer, string $key): string
    {
        ksort($claims);
        $header = ['alg' => 'HS256', 'kid' => $signer, 'typ' => 'hostseal-sign-on+jwt'];
        $signed = self::encode($header) . '.' . self::encode($claims);
        return $signed . '.' . self::base64Url(hash_hmac('sha256', $signed, self::keyBytes($key), true));
    }

    private static function keyBytes(string $key): string
    {
        $bytes = base64_decode(strtr($key, '-_', '+/'), true);
        if ($bytes === false || strlen($bytes) < self::SHORTEST_KEY) {
            throw new \InvalidArgumentException('A sign-on key has at least 32 bytes');
        }
        return $bytes;
    }

    /** @param array<string, mixed> $value */
    private static function encode(array $value): string
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR;
        return self::base64Url(json_encode($value, $flags));
    }

    private static function base64Url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
