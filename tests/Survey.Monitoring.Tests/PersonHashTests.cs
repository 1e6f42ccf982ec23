namespace Survey.Monitoring.Tests;

/// <summary>Pseudonyms of people.</summary>
public sealed class PersonHashTests
{
    private const string Key = "0123456789abcdefghijklmnopqrstuv";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-key-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    private string KeyFile(params byte[] bytes)
    {
        string path = Path.Combine(_folder, "key.txt");
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private PersonHash Hash() => new(KeyFile(System.Text.Encoding.UTF8.GetBytes(Key)));

    // printf 11010119900307775X | openssl dgst -sha256 -hmac 0123456789abcdefghijklmnopqrstuv
    [TestCase("11010119900307775X", "fa2e0b99336bef55b75f1392277d156d")]
    [TestCase("320506199001011234", "2eecf03ed6409b6b2a11545c45c4d458")]
    public void IsHmacSha256(string number, string hash) => Assert.That(Hash().Of(number), Is.EqualTo(hash));

    [TestCase("11010119900307775x")]
    [TestCase("  11010119900307775X\n")]
    [TestCase("110101 19900307 775X")]
    [TestCase("１１０１０１１９９００３０７７７５Ｘ")]
    [TestCase("　１１０１０１１９９００３０７７７５ｘ")]
    public void OneNumberHasOneHashHoweverItIsWritten(string number) => Assert.That(Hash().Of(number), Is.EqualTo("fa2e0b99336bef55b75f1392277d156d"));

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" 　")]
    public void NoNumberHasNoHash(string? number) => Assert.That(Hash().Of(number), Is.Null);

    [Test]
    public void AnotherKeyGivesAnotherHash()
    {
        Assert.That(new PersonHash(KeyFile(System.Text.Encoding.UTF8.GetBytes(Key + "\n"))).Of("11010119900307775X"), Is.Not.EqualTo("fa2e0b99336bef55b75f1392277d156d"));
        byte[] longest = [1, .. new byte[65_535]];
        Assert.That(new PersonHash(KeyFile(longest)).Of("1"), Has.Length.EqualTo(32));
    }

    [TestCase(0, "has 0 bytes and a key has 16 to 65,536")]
    [TestCase(15, "has 15 bytes and a key has 16 to 65,536")]
    [TestCase(65_537, "has more than 65,536 bytes and a key has 16 to 65,536")]
    [TestCase(16, "16 bytes are all the same")]
    public void WhatIsNoKeyIsRefused(int bytes, string message)
    {
        string path = KeyFile([.. Enumerable.Repeat((byte)'k', bytes)]);
        Assert.That(() => new PersonHash(path), Throws.TypeOf<SurveyDataException>().With.Message.Contains(message).And.Message.StartsWith($"{path} is no key, as it").And.Message.EndsWith($"such as with openssl rand -out {path} 32.").And.Message.Not.Contains("kk"));
    }

    [Test]
    public void AFileThatIsNotThereIsRefused()
    {
        Assert.That(() => new PersonHash(Path.Combine(_folder, "none")), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("There is no file "));
        Assert.That(() => new PersonHash(_folder), Throws.TypeOf<SurveyDataException>().With.Message.EndsWith("is a folder, not a file; name the key file in it."));
    }
}
