# What root wrote down about this server and the app, and the key that they share.
package Hostseal::Settings;
use strict;
use warnings;

my @REQUIRED = qw(app_url server_id panel_url);
my %FORMS = (
    app_url   => qr{\Ahttps?://[^\s/"'<>;,]+\z},
    panel_url => qr{\Ahttps://[A-Za-z0-9.-]+:\d{1,5}\z},
    server_id => qr{\A[^\s]{1,255}\z},
);

sub root { return $ENV{HOSTSEAL_ROOT} // "" }

sub text_of {
    my ($path) = @_;
    open(my $file, "<:encoding(UTF-8)", $path) or die "$path cannot be read\n";
    local $/ = undef;
    return scalar <$file>;
}

# All settings with `key`; dies with a sentence that names the one that is missing or wrong.
sub load {
    my $folder   = root() . "/etc/hostseal";
    my %settings = (ca_file => "/usr/local/directadmin/conf/cacert.pem");
    for my $line (split /\n/, text_of("$folder/directadmin.conf")) {
        my ($name, $value) = $line =~ /\A\s*([a-z_]+)\s*=\s*(.*?)\s*\z/ or next;
        $settings{$name} = $value;
    }
    for my $name (@REQUIRED) {
        ($settings{$name} // "") =~ $FORMS{$name} or die "$name is not set rightly in $folder/directadmin.conf\n";
    }
    ($settings{key} = text_of("$folder/server.key")) =~ s/\s+\z//;
    return \%settings;
}

1;
