<?php

/** Where the app is, for the administrator. */
class SettingsController extends pm_Controller_Action
{
    protected $_accessLevel = 'admin';

    public function indexAction()
    {
        $this->view->pageTitle = $this->lmsg('settings.title');
        $form = $this->createForm();
        if ($this->getRequest()->isPost() && $form->isValid($this->getRequest()->getPost())) {
            $this->store($form);
        }
        $this->view->form = $form;
    }

    private function createForm(): pm_Form_Simple
    {
        $form = new pm_Form_Simple();
        $form->addElement('text', 'app', [
            'label' => $this->lmsg('settings.app'),
            'value' => Modules_Hostseal_Configuration::getApp(),
            'required' => true,
        ]);
        $form->addElement('text', 'server', [
            'label' => $this->lmsg('settings.server'),
            'value' => Modules_Hostseal_Configuration::getServer(),
            'required' => true,
        ]);
        $form->addElement('password', 'key', ['label' => $this->lmsg('settings.key'), 'value' => '']);
        $form->addControlButtons(['cancelLink' => pm_Context::getModulesListUrl()]);
        return $form;
    }

    private function store(pm_Form_Simple $form): void
    {
        $wrong = Modules_Hostseal_Configuration::store(
            trim((string) $form->getValue('app')),
            trim((string) $form->getValue('server')),
            trim((string) $form->getValue('key'))
        );
        foreach ($wrong as $field) {
            $this->_status->addError($this->lmsg("settings.wrong.$field"));
        }
        if ($wrong === []) {
            $this->_status->addInfo($this->lmsg('settings.stored'));
        }
    }
}
