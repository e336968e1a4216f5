<?php

/** What this is, what the caller may not do, and who else puts certificates on sites here. */
final class Modules_Hostseal_Errand_Describe
{
    private const RIVALS = ['sslit', 'letsencrypt'];

    public function run(Modules_Hostseal_Parameters $parameters): array
    {
        $parameters->account();
        return [
            'version' => pm_Extension::getById(pm_Context::getModuleId())->getVersion(),
            'plesk' => pm_ProductInfo::getVersion(),
            'missing' => implode(',', Modules_Hostseal_Caller::missingPermissions()),
            'rivals' => implode(',', array_values(array_filter(self::RIVALS, [$this, 'isActive']))),
        ];
    }

    private function isActive(string $id): bool
    {
        try {
            return (bool) pm_Extension::getById($id)->isActive();
        } catch (pm_Exception $notInstalled) {
            return false;
        }
    }
}
