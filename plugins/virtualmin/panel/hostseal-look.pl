#!/usr/bin/perl
# How the certificate of a domain stands.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");
require(dirname(__FILE__)."/kept-lib.pl");

my $d = domain_meant(read_flags([ "domain", "owner" ], []));
&virtual_server::set_all_null_print();
my $feature = tls_feature($d);
my $kept = kept_of($d);
my $same = $d->{'ssl_same'} ? &virtual_server::get_domain($d->{'ssl_same'}) : undef;
my %names = map { $_ => 1 } &virtual_server::get_website_hostnames($d);
delete($names{$d->{'dom'}});
my @types = &virtual_server::master_admin() ? &virtual_server::list_service_ssl_cert_types() : ();
my @possible = grep { $d->{'mail'} || !/^(?:dovecot|postfix)$/ } map { $_->{'id'} } grep { $_->{'dom'} } @types;
my ($pem) = (file_content($d, "cert") // "") =~ /(-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----)/s;
answer({ 'names' => [ $d->{'dom'}, sort(keys %names) ],
	 'tls_feature' => $feature,
	 'tls' => truth($feature && $d->{$feature}),
	 'shared_with' => $same ? $same->{'dom'} : undef,
	 'shared_by' => [ map { $_->{'dom'} } &virtual_server::get_domain_by("ssl_same", $d->{'id'}) ],
	 'certificate' => defined($pem) ? "$pem\n" : undef,
	 'sha256' => present_digest($d),
	 'chain' => truth(defined(file_content($d, "chain"))),
	 'renewal' => truth($d->{'letsencrypt_renew'}),
	 'services' => { 'possible' => \@possible, 'used' => domain_services($d) },
	 'kept' => $kept ? { 'sha256' => $kept->{'sha256'}, 'replaced' => $kept->{'replaced'} } : undef });
