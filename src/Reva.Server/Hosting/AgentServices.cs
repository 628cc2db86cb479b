using Microsoft.Extensions.DependencyInjection.Extensions;
using Reva.Agent.Actions;
using Reva.Agent.Embedding;
using Reva.Agent.Grounding;
using Reva.Agent.Identification;
using Reva.Agent.LanguageModels;
using Reva.Agent.Ports;
using Reva.Agent.Replies;
using Reva.Agent.Specialists;
using Reva.Agent.Specialists.General;
using Reva.Agent.Specialists.Knowledge;
using Reva.Agent.Specialists.OrderActions;
using Reva.Agent.Specialists.OrderStatus;
using Reva.Agent.Specialists.Refunds;
using Reva.Agent.Specialists.Returns;
using Reva.Agent.Specialists.Sales;
using Reva.Agent.Specialists.Wishes;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Agent.Understanding;

namespace Reva.Server.Hosting;

/// <summary>The agent: its specialists, tools and understanding.</summary>
internal static class AgentServices
{
    public static void AddAgent(this IServiceCollection services)
    {
        services.AddSingleton<TurnPipeline>().AddSingleton<RuleAnswer>().AddSingleton<TurnEnding>().AddSingleton<EscalationTriggers>();
        services.AddActionTools();
        services.AddSingleton<ActionAnswers>().AddSingleton<ActionDesk>().AddSingleton<ActionRunner>();
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Grounding").Get<GroundingOptions>() ?? new GroundingOptions());
        services.AddSingleton(s => s.GetRequiredService<IConfiguration>().GetSection("Actions").Get<ActionOptions>() ?? new ActionOptions());
        services.AddSingleton<IUnderstanding, RuleUnderstanding>().AddSingleton<MessageReader>();
        services.AddSingleton<ModelUnderstanding>().AddSingleton<ModelReply>().AddSingleton<ToolGate>().AddSingleton<ReplyPrompt>().AddSingleton<Prompts>();
        services.AddSingleton<IdentityCheck>().AddSingleton<NameProof>().AddSingleton<CodeProof>().AddSingleton<ProofAnswers>().AddSingleton<OrderAccess>();
        services.AddSingleton<VerifyCustomer>().AddSingleton<SendCode>().AddSingleton(s => new ProofTools([s.GetRequiredService<VerifyCustomer>(), s.GetRequiredService<SendCode>()]));
        services.AddSingleton<SearchProducts>().AddSingleton<GetProduct>().AddSingleton<SearchKnowledge>()
            .AddSingleton<GetOrder>().AddSingleton<FindOrders>().AddSingleton<Escalate>();
        services.AddSingleton<ShownProducts>().AddSingleton<FindingProducts>().AddSingleton<Alternatives>().AddSingleton<AboutProduct>().AddSingleton<AboutSeveral>().AddSingleton<NamedSides>().AddSingleton<ComparingProducts>().AddSingleton<PassageAnswer>().AddSingleton<PagesFirst>().AddSingleton<MissingParcel>();
        services.AddSingleton<ISpecialist, OrderStatusSpecialist>().AddSingleton<ISpecialist, OrderActionsSpecialist>().AddSingleton<ISpecialist, ReturnsSpecialist>().AddSingleton<ISpecialist, RefundsSpecialist>()
            .AddSingleton<ISpecialist, SalesSpecialist>().AddSingleton<ISpecialist, KnowledgeSpecialist>().AddSingleton<ISpecialist, GeneralSpecialist>();
        services.AddSingleton<WishFlow>().AddSingleton<WishOrders>().AddSingleton<WishDetails>().AddSingleton<WishVariants>().AddSingleton<WishQuestions>()
            .AddSingleton<WishProposals>().AddSingleton<WishDenials>().AddSingleton<WishDiscounts>().AddSingleton<WishTools>();
        // Sentences are compared with the built-in vectors even where products have a provider's: no round trip for a sentence.
        services.AddSingleton<HashedEmbedder>();
        services.TryAddSingleton<IEmbedder>(s => s.GetRequiredService<HashedEmbedder>());
        services.AddSingleton(s => new SentencePicker(new RememberingEmbedder(s.GetRequiredService<HashedEmbedder>())));
    }
}
