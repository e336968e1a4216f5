#!/usr/bin/perl
# SSL certificates: who is logged in to the panel goes on to Hostseal, for whom this server vouches.
package hostseal;
use strict;
use warnings;
use File::Basename qw(dirname);
require(dirname(__FILE__)."/hostseal-lib.pl");
require(dirname(__FILE__)."/pages-lib.pl");
our (%in, $key_file, $events_folder);
&ReadParse();

my $person = person_there();
if (!$person) {
	show_nothing_here();
	}
elsif ($in{'go'} && connection()) {
	leave_for_app($person);
	}
else {
	show_welcome($person);
	}
