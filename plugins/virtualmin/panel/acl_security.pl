# What a Webmin user may do with this module; whom it vouches for is Virtualmin's to say.
use strict;
use warnings;
our %text;

sub acl_security_form
{
my ($o) = @_;
print &ui_table_row($text{'acl_noconfig'}, &ui_yesno_radio("noconfig", $o->{'noconfig'}));
}

sub acl_security_save
{
my ($o, $in) = @_;
$o->{'noconfig'} = $in->{'noconfig'} ? 1 : 0;
}

1;
