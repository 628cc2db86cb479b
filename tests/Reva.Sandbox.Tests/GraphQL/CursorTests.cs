using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.GraphQL;

namespace Reva.Sandbox.Tests.GraphQL;

public class CursorTests
{
    [Fact]
    public void A_walk_meets_every_row_exactly_once_whatever_the_page_size() =>
        Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(1, 70).ToArbitrary(), ArbMap.Default.ArbFor<bool>(), (count, size, reverse) =>
        {
            var rows = Enumerable.Range(0, count).ToList();
            var expected = reverse ? Enumerable.Reverse(rows).ToList() : rows;
            return Walk(_ => new Rows<int>(rows, Key, reverse), size).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_that_come_and_go_behind_the_walk_neither_hide_nor_repeat_the_others() =>
        Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), size =>
        {
            var met = Walk(page => new Rows<int>(Enumerable.Range(0, 40).Where(i => i >= page * size || i % 2 == 0), Key), size);
            return met.Distinct().Count() == met.Count && met.SequenceEqual(Enumerable.Range(0, 40));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, null)]
    [InlineData(1L, 1L)]
    [InlineData(251L, null)]
    [InlineData(-1L, null)]
    public void A_page_needs_one_size_from_0_to_250(long? first, long? last) =>
        Assert.Throws<GraphQLException>(() => new Rows<int>([1], Key).Cut(Call(first, null, last)));

    [Fact]
    public void Walking_backwards_gives_the_same_rows() =>
        Assert.Equal([3, 4], new Rows<int>(Enumerable.Range(0, 5), Key).Cut(Call(null, null, 2)).Edges.Select(e => e.Node));

    private static string Key(int row) => row.ToString("D5", System.Globalization.CultureInfo.InvariantCulture);

    private static List<int> Walk(Func<int, Rows<int>> rowsAt, int size)
    {
        var met = new List<int>();
        string? after = null;
        for (var page = 0; ; page++)
        {
            var cut = rowsAt(page).Cut(Call(size, after, null));
            met.AddRange(cut.Edges.Select(e => e.Node));
            if (!cut.Info.HasNextPage)
                return met;
            after = cut.Info.EndCursor;
        }
    }

    private static FieldCall Call(long? first, string? after, long? last) =>
        new(new object(), new Dictionary<string, object?> { ["first"] = first, ["after"] = after, ["last"] = last }, []);
}
