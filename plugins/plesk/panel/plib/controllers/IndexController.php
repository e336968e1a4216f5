<?php

/** Signs whoever is logged in on to the app: a form that sends itself, with an assertion for one use in it. */
class IndexController extends pm_Controller_Action
{
    public function indexAction()
    {
        if (!Modules_Hostseal_Configuration::isComplete()) {
            $this->_status->addError($this->lmsg('signOn.notReady'));
            return;
        }
        $client = pm_Session::getClient();
        $this->view->action = Modules_Hostseal_Configuration::getApp() . '/panel/sign-on';
        $this->view->assertion = Modules_Hostseal_Configuration::assert([
            'sub' => $this->accountFor($client)->getLogin(),
            'role' => $this->roleOf($client),
            'locale' => pm_Locale::getCode(),
        ]);
    }

    /** Whose account it is about: the owner of the domain beside which the button stood, for whom may see that. */
    private function accountFor(pm_Client $client): pm_Client
    {
        $domainId = $this->_getParam('site_id') ?? $this->_getParam('dom_id');
        if ($domainId === null) {
            return $client;
        }
        if (!$client->isAdmin() && !$client->hasAccessToDomain($domainId)) {
            throw new pm_Exception($this->lmsg('signOn.refused'));
        }
        return pm_Domain::getByDomainId($domainId)->getClient();
    }

    private function roleOf(pm_Client $client): string
    {
        if ($client->isAdmin()) {
            return 'administrator';
        }
        return $client->isReseller() ? 'reseller' : 'customer';
    }
}
