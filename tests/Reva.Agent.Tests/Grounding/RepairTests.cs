using Reva.Agent.Grounding;

namespace Reva.Agent.Tests.Grounding;

public class RepairTests
{
    [Theory]
    [InlineData("Ich habe Ihre Bestellung storniert. Das kann einige Zeit dauern, bis Sie davon hören.")]
    [InlineData("J'ai annulé votre commande. Cela peut prendre un peu de temps.")]
    [InlineData("He cancelado su pedido. Esto puede tardar un poco en verse.")]
    [InlineData("I have cancelled your order. It may take a little while to show.")]
    public void What_points_back_at_a_deed_that_nobody_did_goes_with_it(string reply) => Assert.Null(Repaired(reply));

    [Theory]
    [InlineData("Ich habe Ihre Bestellung storniert. Die Farbe des Kessels ist ein helles Grün.", "Die Farbe des Kessels ist ein helles Grün.")]
    [InlineData("El hervidor es de acero y pesa poco. He cancelado su pedido.", "El hervidor es de acero y pesa poco.")]
    public void What_stands_by_itself_stays(string reply, string left) => Assert.Equal(left, Repaired(reply));

    private static string? Repaired(string reply) => GroundingRepair.Without(reply, GroundingCheck.Of(reply, new FactLedger(DateOnly.FromDateTime(Talk.Now.DateTime))));
}
