# The entry of the module among Virtualmin's plugins.
package hostseal;
use strict;
use warnings;
our $config_directory;

sub change_plugins
{
my ($change) = @_;
my $file = "$config_directory/virtual-server/config";
&lock_file($file);
my %settings;
&read_file($file, \%settings);
my $plugins = join(" ", $change->(split(/\s+/, $settings{'plugins'} // "")));
if ($plugins ne ($settings{'plugins'} // "")) {
	$settings{'plugins'} = $plugins;
	&write_file($file, \%settings);
	}
&unlock_file($file);
}

sub enter_plugin
{
my ($name) = @_;
change_plugins(sub { return ((grep { $_ ne $name } @_), $name) });
}

sub leave_plugin
{
my ($name) = @_;
change_plugins(sub { return grep { $_ ne $name } @_ });
}

1;
