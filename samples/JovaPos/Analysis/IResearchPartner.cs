namespace JovaPos.Analysis;

/// <summary>Who researches on the shop's behalf, and gets pseudonymised data only [JOVA-2.5].</summary>
[Recipient(Recipients.ResearchPartner)]
public interface IResearchPartner
{
    Task ReceiveAsync(IReadOnlyList<PseudonymousPurchase> purchases, CancellationToken cancel);
}
