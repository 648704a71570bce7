namespace JovaPos.Security;

/// <summary>The partner with whom fraud is fought [JOVA-2.8].</summary>
[Recipient(Recipients.FraudPreventionPartner)]
public interface IFraudPartner
{
    /// <summary>Passes one signal on.</summary>
    Task WarnAsync(
        [DataCategory(Categories.Inference.FraudSignal)] string? kind,
        [DataCategory(Categories.Inference.FraudSignal)] int? score,
        CancellationToken cancel);
}
