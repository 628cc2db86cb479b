using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Grounding;
using Reva.Core;

namespace Reva.Agent.Tests.Grounding;

public class ForeignFigureTests
{
    private static readonly string[] Languages = ["de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-BR", "pt-PT"];

    [Theory]
    [InlineData("Insgesamt 1.234,50 €.")]
    [InlineData("Au total 1 234,50 €.")]
    [InlineData("Au total 1\u202F234,50\u00A0€.")]
    [InlineData("Il totale è 1.234,50 EUR.")]
    [InlineData("Zusammen CHF 1'234.50.")]
    [InlineData("In totaal € 1.234,50.")]
    [InlineData("Bezahlt am 13.05.2026.")]
    [InlineData("Bestellt am 13. Mai 2026 bei uns.")]
    [InlineData("Zugestellt wird am 22.5. bei Ihnen.")]
    [InlineData("Commande passée le 13 mai 2026.")]
    [InlineData("Pedido realizado el 13 de mayo de 2026.")]
    [InlineData("L'ordine è del 13 maggio 2026.")]
    [InlineData("Besteld op 13 mei 2026.")]
    [InlineData("Besteld op 13-05-2026.")]
    [InlineData("Pedido feito em 13 de maio de 2026.")]
    [InlineData("Pedido feito em 13/05/2026.")]
    [InlineData("Ihre Bestellung Nr. 1001 ist unterwegs.")]
    [InlineData("Votre commande n° 1001 est en route.")]
    [InlineData("Su pedido 1001 está en camino.")]
    [InlineData("La commande n’existe pas ? C’est la 1001.")]
    [InlineData("Sie kommt voraussichtlich am Freitag an.")]
    [InlineData("La livraison est prévue vendredi 22 mai.")]
    [InlineData("Llegará el viernes, en 2 días.")]
    [InlineData("Guten Morgen! Wie kann ich helfen?")]
    [InlineData("Buenos días, por la mañana respondemos.")]
    [InlineData("Die Erstattung dauert 5–7 Werktage.")]
    [InlineData("Le remboursement prend 5 à 7 jours ouvrés.")]
    [InlineData("Il rimborso richiede 5-7 giorni.")]
    public void What_was_told_may_be_written_as_the_language_writes_it(string reply) => Assert.Empty(Unfounded(reply));

    [Theory]
    [InlineData("Insgesamt 1.334,50 €.", "1.334,50 €")]
    [InlineData("Au total 1 334,50 €.", "1 334,50 €")]
    [InlineData("Au total 234,50\u00A0€.", "234,50\u00A0€")]
    [InlineData("Zusammen CHF 1'334.50.", "CHF 1'334.50")]
    [InlineData("Das macht 99 US-Dollar.", "99 US-Dollar")]
    [InlineData("Bezahlt am 12.10.2026.", "12.10.2026")]
    [InlineData("Bestellt am 05.13.2026 oder am 12.10. bei uns.", "12.10.")]
    [InlineData("Bestellt am 12. Oktober 2026.", "12. Oktober")]
    [InlineData("Commande passée le 1er octobre.", "1er octobre")]
    [InlineData("Entrega el 12 de octubre.", "12 de octubre")]
    [InlineData("Consegna il 12 ottobre.", "12 ottobre")]
    [InlineData("Bezorging op 12 oktober.", "12 oktober")]
    [InlineData("Bezorging op 12-10-2026.", "12-10-2026")]
    [InlineData("Entrega em 12 de outubro.", "12 de outubro")]
    [InlineData("Ihre Bestellung Nr. 1002 ist unterwegs.", "1002")]
    [InlineData("Votre commande n° 1002 est en route.", "1002")]
    [InlineData("Su pedido 1002 está en camino.", "1002")]
    [InlineData("Sie kommt morgen an.", "morgen")]
    [InlineData("Elle arrive demain.", "demain")]
    [InlineData("Llega el domingo.", "domingo")]
    [InlineData("Arriva martedì.", "martedì")]
    [InlineData("Hij komt zondag aan.", "zondag")]
    [InlineData("Chega na quinta-feira.", "quinta-feira")]
    [InlineData("Das Geld ist in 3 Tagen da.", "3 Tagen")]
    [InlineData("Vous serez remboursé sous 10 jours.", "10 jours")]
    [InlineData("El dinero llega en 3 semanas.", "3 semanas")]
    [InlineData("Het geld is er binnen 4 werkdagen.", "4 werkdagen")]
    public void What_was_not_told_is_caught_as_the_language_writes_it(string reply, string what) => Assert.Contains(what, Unfounded(reply));

    [Fact]
    public void A_sum_is_the_same_in_every_language()
    {
        var sums = from cents in Gen.Choose(1, 99_999_999) from language in Gen.Elements(Languages) select (cents / 100m, language);
        Prop.ForAll(Arb.From(sums), sum =>
        {
            var (amount, language) = sum;
            var written = amount.ToString("N2", System.Globalization.CultureInfo.GetCultureInfo(language)) + "\u00A0€";
            return MoneyReader.Sums($"Total: {written}.").Select(s => s.Sum).SequenceEqual([amount]);
        }).QuickCheckThrowOnFailure();
    }

    private static IReadOnlyList<string> Unfounded(string reply) => new Talk { Orders = [Talk.Shipped() with { Total = new Money(1234.50m, "EUR") }], Tools = ["Refunds take 5–7 business days."] }.Unfounded(reply);
}
