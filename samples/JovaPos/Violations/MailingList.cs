using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>PAC4007: addresses in a file that no erasure reaches; and the same, gone when they have served.</summary>
[Purpose(Purposes.Communication)]
public sealed class MailingList
{
    public static void Keep(Customer customer) => File.AppendAllText("mailing-list.txt", customer.Email); // expect: PAC4007

    public static void CleanPrint(Customer customer, Action<string> print)
    {
        File.WriteAllText("letter.txt", customer.Email);
        print("letter.txt");
        File.Delete("letter.txt");
    }
}
