#!/usr/bin/perl
# What this server is, and what the caller may not do for an owner.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");

my $flags = read_flags([ "owner" ], []);
&virtual_server::set_all_null_print();
my $owner = $flags->{'owner'} // "";
my @domains = grep { $_->{'user'} eq $owner && &virtual_server::can_edit_domain($_) } &virtual_server::list_domains();
my ($first) = grep { !$_->{'parent'} } @domains;
my %virtualmin = &get_module_info("virtual-server");
my @lacks = ((&virtual_server::can_edit_ssl() ? () : "ssl"),
	     (&virtual_server::can_edit_records($first) ? () : "records"),
	     ($first && &virtual_server::can_config_domain($first) ? () : "domain"));
answer({ 'software' => "Virtualmin $virtualmin{'version'} on Webmin ".&get_webmin_version(),
	 'role' => &virtual_server::master_admin() ? "master" : &virtual_server::reseller_admin() ? "reseller" : "owner",
	 'lacks' => \@lacks,
	 'renewing' => [ map { $_->{'dom'} } grep { $_->{'letsencrypt_renew'} } @domains ] });
