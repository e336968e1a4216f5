<?php

/** Who holds the secret key. The XML API is open to customers as well, so nobody is believed to be the administrator. */
final class Modules_Hostseal_Caller
{
    private const PERMISSIONS = ['manage_phosting', 'manage_dns'];

    public static function requireFor(pm_Client $account): void
    {
        if (!pm_Session::isExist()) {
            if (!Modules_Hostseal_Configuration::trustsSessionless()) {
                throw new Modules_Hostseal_Refusal('caller-refused', 'No session: plesk ext hostseal --trust-sessionless -trust yes');
            }
            return;
        }
        $caller = pm_Session::getClient();
        $isOwn = $caller->getId() === $account->getId();
        if (!$caller->isAdmin() && !$isOwn && !self::isResellerOf($caller, $account)) {
            throw new Modules_Hostseal_Refusal('caller-refused');
        }
    }

    /** @return string[] */
    public static function missingPermissions(): array
    {
        return array_values(array_filter(self::PERMISSIONS, static fn (string $name): bool => !self::may($name)));
    }

    public static function may(string $permission): bool
    {
        if (!pm_Session::isExist()) {
            return true;
        }
        $caller = pm_Session::getClient();
        return $caller->isAdmin() || $caller->hasCorePermission($permission);
    }

    /** Only newer versions can say it; older ones take the administrator's key. */
    private static function isResellerOf(pm_Client $caller, pm_Client $account): bool
    {
        return $caller->isReseller()
            && method_exists($caller, 'hasAccessToClient')
            && $caller->hasAccessToClient((int) $account->getId());
    }
}
