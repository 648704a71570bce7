namespace JovaPos.Privacy;

/// <summary>What customers agreed to.</summary>
public interface IConsents
{
    /// <summary>Whether the customer's consent to a purpose stands. Ask before each use, not once a day.</summary>
    [Gate(Gates.Consent)]
    Task<bool> AllowsAsync(Guid customerId, string purpose, CancellationToken cancel);

    /// <summary>Records that the customer agrees.</summary>
    Task GiveAsync(Guid customerId, string purpose, CancellationToken cancel);

    /// <summary>Records that the customer takes it back; it holds from this moment.</summary>
    Task WithdrawAsync(Guid customerId, string purpose, CancellationToken cancel);
}
