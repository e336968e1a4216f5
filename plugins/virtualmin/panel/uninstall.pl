# Run by Webmin before the module is removed: nothing of it stays behind.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/hostseal-lib.pl");
require(dirname(__FILE__)."/plugin-entry-lib.pl");
our ($module_config_directory, $module_name, $module_var_directory);

sub module_uninstall
{
leave_plugin($module_name);
&foreign_require("webmincron", "webmincron-lib.pl");
my ($cron) = grep { $_->{'module'} eq $module_name } &webmincron::list_webmin_crons();
&webmincron::delete_webmin_cron($cron) if ($cron);
remove_folder($_) foreach ($module_var_directory, $module_config_directory);
}

1;
