# Jobs that Webmin runs from time to time, one file each.
use strict;
use warnings;
use WebminCore;
my $folder = "$ENV{'WEBMIN_CONFIG'}/webmincron";

sub list_webmin_crons
{
my @jobs;
foreach my $path (glob("$folder/*.cron")) {
	my %job = ('path' => $path);
	&read_file($path, \%job);
	push(@jobs, \%job);
	}
return @jobs;
}

sub create_webmin_cron
{
my ($job) = @_;
mkdir($folder);
&write_file("$folder/$job->{'module'}-$job->{'func'}.cron", $job);
}

sub delete_webmin_cron
{
my ($job) = @_;
unlink($job->{'path'});
}

1;
