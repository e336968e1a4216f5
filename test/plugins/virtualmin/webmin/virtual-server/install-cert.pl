#!/usr/bin/perl
# The panel's own program, as far as files go: tabs stand for line breaks, and the renewal of free certificates ends.
package virtual_server;
use strict;
use warnings;
use File::Basename qw(dirname);
use lib dirname(__FILE__)."/..";
require(dirname(__FILE__)."/virtual-server-lib.pl");

my %given;
while (defined(my $flag = shift(@ARGV))) {
	$flag =~ s/^--//;
	$given{$flag} = $flag =~ /^(?:multiline|use-newkey)$/ ? 1 : shift(@ARGV);
	}
my $d = get_domain_by("dom", $given{'domain'}) || die "No virtual server named $given{'domain'} found\n";
my %contents = ("cert" => $given{'cert'}, "key" => $given{'key'}, "chain" => $given{'ca'});
foreach my $name (grep { defined($contents{$_}) } keys %contents) {
	$contents{$name} =~ s/\t+/\n/g;
	$d->{"ssl_$name"} ||= default_certificate_file($d, $name);
	write_ssl_file_contents($d, $d->{"ssl_$name"}, $contents{$name});
	}
if ($given{'use-newkey'}) {
	my $key = delete($d->{'ssl_newkey'}) || die "--use-newkey can only be given if a private key has been created\n";
	$d->{'ssl_key'} ||= default_certificate_file($d, "key");
	rename($key, $d->{'ssl_key'});
	delete($d->{'ssl_csr'});
	}
delete($d->{'letsencrypt_renew'});
save_domain($d);
print "Installing new SSL files ..\n.. done\n";
