<?php

/** Where people look for certificates: in the sidebar, beside a domain, and for the administrator among the tools. */
class Modules_Hostseal_CustomButtons extends pm_Hook_CustomButtons
{
    public function getButtons()
    {
        $signOn = [
            'title' => pm_Locale::lmsg('button.title'),
            'description' => pm_Locale::lmsg('button.description'),
            'icon' => pm_Context::getBaseUrl() . 'images/seal.svg',
            'link' => pm_Context::getActionUrl('index'),
            'newWindow' => true,
            'visibility' => [$this, 'isReady'],
        ];
        return [
            ['place' => self::PLACE_HOSTING_PANEL_NAVIGATION] + $signOn,
            ['place' => self::PLACE_RESELLER_NAVIGATION, 'section' => self::SECTION_NAV_ADDITIONAL] + $signOn,
            ['place' => self::PLACE_ADMIN_NAVIGATION, 'section' => self::SECTION_NAV_ADDITIONAL] + $signOn,
            [
                'place' => self::PLACE_DOMAIN_PROPERTIES_DYNAMIC,
                'section' => self::SECTION_DOMAIN_PROPS_DYNAMIC_SECURITY,
                'contextParams' => true,
                'visibility' => [$this, 'isForSite'],
            ] + $signOn,
            [
                'place' => self::PLACE_ADMIN_TOOLS_AND_SETTINGS,
                'section' => self::SECTION_ADMIN_TOOLS_SECURITY,
                'title' => pm_Locale::lmsg('settings.title'),
                'description' => pm_Locale::lmsg('settings.description'),
                'icon' => pm_Context::getBaseUrl() . 'images/seal.svg',
                'link' => pm_Context::getActionUrl('settings'),
            ],
        ];
    }

    public function isReady(): bool
    {
        return Modules_Hostseal_Configuration::isComplete();
    }

    /** Beside a site of one's own, not beside an alias of it. */
    public function isForSite($parameters): bool
    {
        if (!$this->isReady() || empty($parameters['site_id']) || !empty($parameters['alias_id'])) {
            return false;
        }
        $client = pm_Session::getClient();
        return $client->isAdmin() || $client->hasAccessToDomain($parameters['site_id']);
    }
}
