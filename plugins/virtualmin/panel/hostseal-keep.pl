#!/usr/bin/perl
# Keeps the certificate of a domain before another is installed, unless it is not the one that is expected there.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");
require(dirname(__FILE__)."/kept-lib.pl");
our $keys_folder;

my $flags = read_flags([ "domain", "owner", "receipt", "sha256", "replaced", "key" ], []);
my $d = domain_meant($flags);
&virtual_server::set_all_null_print();
foreach my $needed ("receipt", "sha256", "replaced") {
	$flags->{$needed} || refuse_plainly("Missing --$needed parameter");
	}
answer_with(sub {
	my ($path, $domain) = defined($flags->{'key'}) ? key_file($keys_folder, $flags->{'key'}) : ();
	my $key = $path && $domain eq $d->{'id'} ? read_whole($path) : undef;
	defined($flags->{'key'}) && !defined($key) && die "key-unknown: no such key on this domain\n";
	my $kept = kept_of($d);
	my $present = present_digest($d) // "none";
	my $begun = $kept && $kept->{'receipt'} eq $flags->{'receipt'} && $present eq $flags->{'sha256'};
	$begun || $present eq $flags->{'replaced'} || die "stale: another certificate is installed\n";
	keep_present($d, $flags->{'receipt'}, $flags->{'sha256'}) if (!$begun);
	offer_key($d, $key) if (defined($key));
	return {};
	});
