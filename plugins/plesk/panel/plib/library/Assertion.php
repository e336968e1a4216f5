<?php

/** What the panel says to the app and signs: a JWS in compact form (RFC 7515 section 3.1). */
final class Modules_Hostseal_Assertion
{
    private const HEADER = ['alg' => 'HS256', 'kid' => 'server', 'typ' => 'hostseal-sign-on+jwt'];
    private const SHORTEST_KEY = 32;

    /** @param array<string, mixed> $claims */
    public static function sign(array $claims, string $key): string
    {
        ksort($claims);
        $signed = self::encode(self::HEADER) . '.' . self::encode($claims);
        return $signed . '.' . self::base64Url(hash_hmac('sha256', $signed, self::keyBytes($key), true));
    }

    /** Whether a key is long enough to sign with. */
    public static function isKey(string $key): bool
    {
        return preg_match('/^[\w-]{43,}$/', $key) === 1;
    }

    private static function keyBytes(string $key): string
    {
        $bytes = base64_decode(strtr($key, '-_', '+/'), true);
        if ($bytes === false || strlen($bytes) < self::SHORTEST_KEY) {
            throw new InvalidArgumentException('A sign-on key has at least 32 bytes');
        }
        return $bytes;
    }

    private static function encode(array $value): string
    {
        return self::base64Url(json_encode($value, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR));
    }

    private static function base64Url(string $bytes): string
    {
        return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    }
}
