package Hostseal::Keys;

# A key of its own for each account, in the account's home.

use strict;
use warnings;
use Exporter qw(import);
use Fcntl qw(O_CREAT O_EXCL O_NOFOLLOW O_WRONLY);
use Hostseal::Accounts qw(as_account);
use Hostseal::Assertion qw(account_key);
use JSON::PP ();

our @EXPORT_OK = qw(forget_key give_key);

my $FOLDER = '.hostseal';
my $JSON   = JSON::PP->new->canonical->utf8;

sub _content {
    my ( $account, $settings ) = @_;
    my %content = map { $_ => $settings->{$_} } grep { defined $settings->{$_} } qw(app display return_to server);
    $content{account}    = $account->{name};
    $content{generation} = $account->{generation};
    $content{key}        = account_key( $settings->{key}, $account->{name}, $account->{generation} );
    return $JSON->encode( \%content );
}

sub _write {
    my ( $folder, $content ) = @_;
    mkdir $folder, 0700;
    my $new = "$folder/key.json.$$";
    unlink $new;
    sysopen my $handle, $new, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY, 0600 or die "cannot write $new: $!\n";
    print {$handle} $content or die "cannot write $new: $!\n";
    close $handle or die "cannot write $new: $!\n";
    rename $new, "$folder/key.json" or die "cannot write $folder/key.json: $!\n";
    return;
}

# Whether the account has its key now.
sub give_key {
    my ( $account, $settings ) = @_;
    my $content = _content( $account, $settings );
    return as_account( $account, sub { _write( "$account->{home}/$FOLDER", $content ) } );
}

sub forget_key {
    my ($account) = @_;
    my $folder = "$account->{home}/$FOLDER";
    return as_account(
        $account,
        sub {
            return if !-d $folder || -l $folder;
            unlink glob "$folder/key.json*";
            rmdir $folder;
        }
    );
}

1;
