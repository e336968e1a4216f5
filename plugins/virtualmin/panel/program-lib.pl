# How the module's programs for the remote API read what they are asked, and answer.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
use File::Spec;
use JSON::PP;
our $module_name;
if (!$module_name) {
	no warnings 'once';
	$main::no_acl_check++;
	$0 = File::Spec->rel2abs($0);
	$ENV{'WEBMIN_CONFIG'} ||= "/etc/webmin";
	$ENV{'WEBMIN_VAR'} ||= "/var/webmin";
	require(dirname(__FILE__)."/hostseal-lib.pl");
	$< == 0 || $ENV{'HOSTSEAL_ROOT'} || refuse("it must be run as root");
	}

sub refuse
{
my ($why) = @_;
print "hostseal: $why\n";
exit(1);
}

sub refuse_plainly
{
my ($why) = @_;
print "$why\n";
exit(1);
}

sub answer
{
my ($what) = @_;
print JSON::PP->new->canonical->utf8->encode($what),"\n";
}

sub truth
{
return $_[0] ? JSON::PP::true : JSON::PP::false;
}

# Reads the arguments: flags with a value, and flags without.
sub read_flags
{
my ($valued, $bare) = @_;
my %found;
while (@ARGV) {
	my $argument = shift(@ARGV);
	my ($flag) = $argument =~ /^--(.*)$/;
	$flag //= "";
	if (grep { $_ eq $flag } @$valued) {
		$found{$flag} = shift(@ARGV) // "";
		}
	elsif ($flag eq "multiline" || grep { $_ eq $flag } @$bare) {
		$found{$flag} = 1;
		}
	else {
		refuse_plainly("Unknown parameter $argument");
		}
	}
return \%found;
}

# The domain that is meant. It has to belong to the owner who is named, whoever asks; who may not see it is told that
# it does not exist, in Virtualmin's own words.
sub domain_meant
{
my ($flags) = @_;
my $name = $flags->{'domain'} // "";
my $d = &virtual_server::get_domain_by("dom", $name);
my $owner = $flags->{'owner'} // "";
$d && &virtual_server::can_edit_domain($d) && $d->{'user'} eq $owner ||
	refuse_plainly("Virtual server $name does not exist");
&virtual_server::can_edit_ssl() ||
	refuse_plainly("You are not allowed to run this command for virtual server $name");
return $d;
}

# Runs the work of a program; what it dies of is its refusal.
sub answer_with
{
my ($work) = @_;
my $what = eval { $work->() };
if (!defined($what)) {
	chomp(my $why = $@ || "it gives no answer");
	refuse($why);
	}
answer($what);
}

1;
