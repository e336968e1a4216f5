<?php

/** Hears what happens to customers, and has it told to the app. */
final class Modules_Hostseal_EventListener implements EventListener
{
    private const ACTIVE = 0;

    /** @return string[] */
    public function filterActions()
    {
        return ['client_create', 'client_update', 'client_status_update', 'client_delete'];
    }

    /** The values come under the names of Plesk's action log, which differ in spelling between versions. */
    public function handleEvent($objectType, $objectId, $action, $oldValues, $newValues)
    {
        $before = $this->loginIn((array) $oldValues);
        $after = $this->loginIn((array) $newValues);
        switch ($action) {
            case 'client_create':
                $this->note($after ?? $this->loginOf($objectId), ['kind' => 'created']);
                break;
            case 'client_update':
                if ($before !== null && $after !== null && $before !== $after) {
                    $this->note($before, ['kind' => 'renamed', 'to' => $after]);
                }
                break;
            case 'client_status_update':
                $this->note($this->loginOf($objectId), ['kind' => $this->isActive($objectId) ? 'resumed' : 'suspended']);
                break;
            case 'client_delete':
                $this->note($before, ['kind' => 'removed']);
                break;
        }
    }

    /** @param array<string, string> $event */
    private function note(?string $account, array $event): void
    {
        if ($account === null || $account === '') {
            pm_Log::warn("Hostseal: an event {$event['kind']} of nobody known");
            return;
        }
        Modules_Hostseal_Lifecycle::note($account, $event);
        (new pm_LongTask_Manager())->start(new Modules_Hostseal_Task_TellHostseal());
    }

    private function loginIn(array $values): ?string
    {
        foreach ($values as $name => $value) {
            if (preg_match('/^login[ _]?name$/i', (string) $name) === 1 && $value !== '') {
                return (string) $value;
            }
        }
        return null;
    }

    private function loginOf($clientId): ?string
    {
        try {
            return pm_Client::getByClientId($clientId)->getLogin();
        } catch (pm_Exception $gone) {
            return null;
        }
    }

    private function isActive($clientId): bool
    {
        return (int) pm_Client::getByClientId($clientId)->getProperty('status') === self::ACTIVE;
    }
}

pm_Context::init('hostseal');

return new Modules_Hostseal_EventListener();
