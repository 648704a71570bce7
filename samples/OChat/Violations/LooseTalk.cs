using OChat.Data;

namespace OChat.Violations;

/// <summary>What must not be in a log.</summary>
public sealed class LooseTalk(ILogger<LooseTalk> log)
{
    public void Name(Customer customer) => log.LogInformation("Hello {Name}", customer.Name); // expect: PAC5001 OCHAT-3.5

    public void SignIn(User user) => log.LogInformation($"{user.UserName} signed in"); // expect: PAC5001 OCHAT-1.2

    public void Chat(ChatTurn turn)
    {
        var said = turn.Text?.Trim();
        log.LogDebug("Heard: " + said); // expect: PAC5001 OCHAT-3.5
    }

    public static void Refuse(User user) =>
        throw new InvalidOperationException($"{user.Email} is not approved"); // expect: PAC5002 OCHAT-3.5

    public void Clean(Customer customer) => log.LogInformation("Customer {Id} came", customer.Id);
}
