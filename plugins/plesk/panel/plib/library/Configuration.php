<?php

/** Where the app is, and as which server this one signs. The key is sealed by Plesk. */
final class Modules_Hostseal_Configuration
{
    private const APP = 'app';
    private const SERVER = 'server';
    private const KEY = 'server_key';
    private const SESSIONLESS = 'trust_sessionless_api';

    public static function getApp(): string
    {
        return (string) pm_Settings::get(self::APP, '');
    }

    public static function getServer(): string
    {
        return (string) pm_Settings::get(self::SERVER, '');
    }

    public static function isComplete(): bool
    {
        return self::getApp() !== '' && self::getServer() !== '' && self::getKey() !== '';
    }

    /** Calls of the XML API without a session of Plesk's are refused unless the administrator wants them. */
    public static function trustsSessionless(): bool
    {
        return pm_Settings::get(self::SESSIONLESS, 'no') === 'yes';
    }

    public static function trustSessionless(bool $isTrusted): void
    {
        pm_Settings::set(self::SESSIONLESS, $isTrusted ? 'yes' : 'no');
    }

    /**
     * Stores what is right, and answers with the names of the fields that are not; then nothing is stored. An empty key
     * leaves the one that is there.
     *
     * @return string[]
     */
    public static function store(string $app, string $server, string $key): array
    {
        $app = rtrim($app, '/');
        $wrong = array_keys(array_filter([
            self::APP => !self::isAddress($app),
            self::SERVER => preg_match('/^[\w.-]{1,255}$/', $server) !== 1,
            self::KEY => $key === '' ? self::getKey() === '' : !Modules_Hostseal_Assertion::isKey($key),
        ]));
        if ($wrong !== []) {
            return $wrong;
        }
        pm_Settings::set(self::APP, $app);
        pm_Settings::set(self::SERVER, $server);
        if ($key !== '') {
            pm_Settings::setEncrypted(self::KEY, $key);
        }
        return [];
    }

    /** @param array<string, mixed> $claims what differs from one assertion to the next */
    public static function assert(array $claims): string
    {
        $now = time();
        $standing = [
            'aud' => self::getApp(),
            'iss' => self::getServer(),
            'iat' => $now,
            'exp' => $now + 60,
            'jti' => rtrim(strtr(base64_encode(random_bytes(18)), '+/', '-_'), '='),
        ];
        return Modules_Hostseal_Assertion::sign($standing + $claims, self::getKey());
    }

    private static function getKey(): string
    {
        return (string) pm_Settings::getDecrypted(self::KEY, '');
    }

    /** The app is spoken to over TLS, but on this very machine. */
    private static function isAddress(string $address): bool
    {
        return preg_match('#^(https://[^\s/?\#@]+|http://(127\.0\.0\.1|localhost)(:\d+)?)(/[^\s?\#]*)?$#', $address) === 1;
    }
}
