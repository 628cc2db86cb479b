using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Specialists.Wishes.Reading;
using Reva.Agent.Turns;

namespace Reva.Agent.Tests.Specialists.Wishes;

/// <summary>What of a message is read as a postal address.</summary>
public sealed class AddressReaderTests
{
    private static string Show(WishedAddress? address) =>
        address is null ? "" : string.Join(" | ", new[] { address.Address1, address.Address2, address.City, address.Province, address.Zip, address.Country }.Select(part => part ?? "-"));

    private static string Read(string text, bool awaited = false) => Show(AddressReader.Read(text, null, awaited));

    [Theory]
    [InlineData("send it to 5 Main Street, Apt 4, Boston, MA 02110", "5 Main Street | Apt 4 | Boston | MA | 02110 | -")]
    [InlineData("12 High Street, 2nd floor, York YO1 7HH", "12 High Street | 2nd floor | York | - | YO1 7HH | -")]
    [InlineData("5 Main St #4b, Albany, NY, 12207-1234", "5 Main St | #4b | Albany | NY | 12207-1234 | -")]
    [InlineData("Lindenstraße 12b, 10115 Berlin, Germany", "Lindenstraße 12b | - | Berlin | - | 10115 | DE")]
    [InlineData("Hauptstrasse 5 10115 Berlin", "Hauptstrasse 5 | - | Berlin | - | 10115 | -")]
    [InlineData("Kerkstraat 5a, 1017 AB Amsterdam", "Kerkstraat 5a | - | Amsterdam | - | 1017 AB | -")]
    [InlineData("it goes to rue de Rivoli 12, 75001 Paris", "rue de Rivoli 12 | - | Paris | - | 75001 | -")]
    [InlineData("my e-mail is a@b.example, order number 1001, P.O. Box 33, Albany, NY 12207", "P.O. Box 33 | - | Albany | NY | 12207 | -")]
    [InlineData("7 Main Street, Toronto, ON K1A 0B1", "7 Main Street | - | Toronto | ON | K1A 0B1 | -")]
    public void An_address_is_read_as_it_is_written_where_it_is(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("it took 3 days, sadly")]
    [InlineData("2 of them, at 7 pm")]
    [InlineData("5 mugs please")]
    [InlineData("order #1001 please")]
    [InlineData("it was $12 only")]
    [InlineData("version 1.5 Beta")]
    [InlineData("x12 Pro")]
    public void Numbers_of_other_things_are_no_street(string text) => Assert.Equal("", Read(text));

    [Theory]
    [InlineData("it took 3 days: 5 Main Street, Albany", "5 Main Street | - | Albany | - | - | -")]
    [InlineData("3 days 5 Main Street, Albany", "5 Main Street | - | Albany | - | - | -")]
    public void A_street_is_found_behind_other_numbers(string text, string read) => Assert.Equal(read, Read(text));

    [Theory]
    [InlineData("02110", "- | - | - | - | 02110 | -")]
    [InlineData("Boston MA", "- | - | Boston | MA | - | -")]
    [InlineData("Boston, flat 3", "- | flat 3 | Boston | - | - | -")]
    [InlineData("floor 2", "- | floor 2 | - | - | - | -")]
    [InlineData("#_12 1234567", "")]
    public void A_part_counts_once_it_was_asked_for(string text, string read) => Assert.Equal(read, Read(text, awaited: true));

    [Theory]
    [InlineData("5 Main Street, New York, NY 10001", "5 Main Street | - | New York | NY | 10001 | -")]
    [InlineData("5 Main Street, New York 10001", "5 Main Street | - | New York | - | 10001 | -")]
    [InlineData("5 Main Street, Albany, New York, 12207", "5 Main Street | - | Albany | NY | 12207 | -")]
    [InlineData("5 Main Street, the new town is New Haven, CT", "5 Main Street | - | New Haven | CT | - | -")]
    [InlineData("12 High Street, London, SW1A 1AA, United Kingdom", "12 High Street | - | London | - | SW1A 1AA | GB")]
    [InlineData("5 Main Street, Unit B, Steventon, United States", "5 Main Street | Unit B | Steventon | - | - | US")]
    [InlineData("5 Main Street, Apt-4, Flatbush", "5 Main Street | Apt-4 | Flatbush | - | - | -")]
    [InlineData("5 Main Street, flat2b, York", "5 Main Street | flat2b | York | - | - | -")]
    public void Places_keep_their_whole_name(string text, string read) => Assert.Equal(read, Read(text));

    [Fact]
    public void Another_house_number_leaves_the_town_as_it_was_said() =>
        Assert.Equal("6 Main Street | - | Albany | NY | 12207 | -", Show(AddressReader.Read("6 Main Street, not 5", AddressReader.Read("5 Main Street, Albany, NY 12207", null, awaited: false), awaited: false)));

    [Fact]
    public void What_is_read_stands_in_the_message() =>
        Prop.ForAll(Gen.Elements("5", "days", "Main", "Street", "#4b", "apt", "12/3", "Berlin", "10115", ",", "\n", "-", "é", "YO1 7HH", "Weg 4", "'", "$3", "a@b.example", "floor 2").ArrayOf(15).Select(words => string.Join(' ', words)).ToArbitrary(), text =>
            AddressReader.Read(text, null, awaited: true) is not { } read
                || (read.Address1 is null || text.Contains(read.Address1.Split(' ')[0], StringComparison.Ordinal)) && (read.Zip is null || text.Contains(read.Zip, StringComparison.OrdinalIgnoreCase))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
