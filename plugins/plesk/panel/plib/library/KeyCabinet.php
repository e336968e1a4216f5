<?php

/** Private keys that were made here, sealed in Plesk's settings. They leave only into Plesk's own repository. */
final class Modules_Hostseal_KeyCabinet
{
    /** @param array{account: int, site: int, pem: string, uses: string[]} $key */
    public static function put(string $reference, array $key): void
    {
        pm_Settings::setEncrypted(self::name($reference), json_encode($key, JSON_THROW_ON_ERROR));
    }

    /** @return array{account: int, site: int, pem: string, uses: string[]}|null */
    public static function get(string $reference): ?array
    {
        if (preg_match('/^key-[0-9a-f]{24}$/', $reference) !== 1) {
            return null;
        }
        $sealed = pm_Settings::getDecrypted(self::name($reference));
        return $sealed === null ? null : json_decode($sealed, true, 8, JSON_THROW_ON_ERROR);
    }

    public static function forget(string $reference): void
    {
        pm_Settings::clean(self::name($reference));
    }

    /** No name begins with another: settings are removed by how they begin. */
    private static function name(string $reference): string
    {
        return "$reference.";
    }
}
