using JovaPos.Data;
using Microsoft.EntityFrameworkCore;

namespace JovaPos.Security;

/// <summary>Remembers attempts to sign in and raises a signal when somebody seems to guess [JOVA-1.6].</summary>
[Purpose(Purposes.Security)]
public sealed class SignInMonitor(
    ShopContext shop, IOperationsProvider operations, TimeProvider time, ILogger<SignInMonitor> log)
{
    private const int FailuresThatAreTooMany = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public async Task RecordAsync(Guid customerId, SignInOrigin origin, bool succeeded, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        shop.SignIns.Add(new SignIn
        {
            Id = Guid.NewGuid(),
            CustomerId = customerId,
            IpAddress = origin.IpAddress,
            Succeeded = succeeded,
            At = now,
        });

        if (!succeeded && await FailuresSinceAsync(customerId, now - Window, cancel) + 1 >= FailuresThatAreTooMany)
        {
            shop.FraudSignals.Add(new FraudSignal
            {
                Id = Guid.NewGuid(),
                CustomerId = customerId,
                Kind = "guessed-password",
                Score = 80,
                IpAddress = origin.IpAddress,
                RaisedAt = now,
            });
            if (origin.IpAddress is { } address)
                await operations.BlockAsync(address, cancel);
            log.LogWarning("Too many failed sign-ins for customer {CustomerId}", customerId);
        }

        await shop.SaveChangesAsync(cancel);
    }

    private Task<int> FailuresSinceAsync(Guid customerId, DateTimeOffset since, CancellationToken cancel) =>
        shop.SignIns.CountAsync(
            attempt => attempt.CustomerId == customerId && !attempt.Succeeded && attempt.At >= since, cancel);
}
