<?php

/** The zone a name lives in, when this server is the one that answers for it. */
final class Modules_Hostseal_Errand_ZoneOf
{
    private const ELSEWHERE = ['zone' => ''];

    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $account = $parameters->account();
        $domain = $this->closestTo($parameters->text('host'));
        if ($domain === null || $domain->getClient()->getId() !== $account->getId()) {
            return self::ELSEWHERE;
        }
        $zone = $domain->getDnsZone();
        $keeper = $zone->getDomain();
        if (!$zone->isEnabled() || !$zone->isMaster() || $keeper === null) {
            return self::ELSEWHERE;
        }
        return ['zone' => rtrim((string) $zone->getName(), '.'), 'site-id' => (string) $keeper->getId()];
    }

    /** The domain with the longest name that this one is or lies below. */
    private function closestTo(string $host): ?pm_Domain
    {
        $labels = explode('.', $host);
        while (count($labels) > 1) {
            try {
                return pm_Domain::getByName(implode('.', $labels));
            } catch (pm_Exception $unknown) {
                array_shift($labels);
            }
        }
        return null;
    }
}
