using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Reva.Sandbox.GraphQL;
using Reva.Sandbox.GraphQL.Syntax;
using Reva.Sandbox.Tests.Parts;

namespace Reva.Sandbox.Tests.GraphQL;

public class ParserTests
{
    [Fact]
    public void What_is_printed_reads_back_as_what_it_was() =>
        Prop.ForAll(RandomDocuments.Selections.ToArbitrary(), selections =>
        {
            var printed = Printed.Document(selections);
            var read = Parser.Parse(printed).Operations.Single().Selections;
            return (Printed.Document(read) == printed).Label(printed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Blanks_commas_and_comments_mean_nothing() =>
        Prop.ForAll(RandomDocuments.Selections.ToArbitrary(), Gen.Elements(" ", "\n", ",", "\t", "# so, { they } say\n").ToArbitrary(), (selections, filler) =>
        {
            var plain = Printed.Document(selections);
            return Printed.Document(Parser.Parse(plain.Replace(" ", " " + filler + " ", StringComparison.Ordinal)).Operations.Single().Selections) == plain;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_but_never_breaks_the_parser() =>
        Prop.ForAll<string?>(text =>
        {
            try
            {
                Parser.Parse(text ?? "");
                return true;
            }
            catch (GraphQLException refused)
            {
                return refused.Error.Message.Length > 0;
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_survives_quoting() =>
        Prop.ForAll<NonNull<string>>(text =>
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{{ a(b: {Printed.Quoted(text.Get)}) }}");
            var field = (FieldNode)Parser.Parse(query).Operations.Single().Selections.Single();
            return field.Arguments["b"] is StringValue read && read.Value == text.Get;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_query_that_is_nested_without_end_is_refused()
    {
        var refused = Assert.Throws<GraphQLException>(() => Parser.Parse(string.Concat(Enumerable.Repeat("{a", 100_000))));
        Assert.Contains("nested", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_string_loses_its_indentation()
    {
        var field = (FieldNode)Parser.Parse("{ a(b: \"\"\"\n    first\n      second\n    \"\"\") }").Operations.Single().Selections.Single();
        Assert.Equal(new StringValue("first\n  second"), field.Arguments["b"]);
    }
}
