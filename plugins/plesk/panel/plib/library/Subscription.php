<?php

/** Domains of a subscription share one repository of certificates, which is called by the name of the first. */
final class Modules_Hostseal_Subscription
{
    /** The first domain, whose number is the subscription's; Plesk writes 0 beside the first domain itself. */
    public static function primaryOf(pm_Domain $domain): pm_Domain
    {
        return self::isPrimary($domain) ? $domain : pm_Domain::getByDomainId((int) $domain->getProperty('webspace_id'));
    }

    public static function isPrimary(pm_Domain $domain): bool
    {
        return (int) $domain->getProperty('webspace_id') === 0;
    }
}
