#!/usr/bin/perl
# Forgets what was kept under a receipt: what was installed stays.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/program-lib.pl");
require(dirname(__FILE__)."/kept-lib.pl");

my $flags = read_flags([ "domain", "owner", "receipt" ], []);
my $d = domain_meant($flags);
&virtual_server::set_all_null_print();
answer_with(sub {
	my $kept = kept_of($d);
	if ($kept && $kept->{'receipt'} eq ($flags->{'receipt'} // "")) {
		put_back_request($d, $kept);
		&virtual_server::save_domain($d);
		forget_kept($d);
		}
	return {};
	});
