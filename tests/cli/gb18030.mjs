/** Node decodes GB18030 and does not encode it: the characters that the tests need. */
const gb18030 = { 商: "c9cc", 户: "bba7", 服: "b7fe", 务: "cef1", 订: "b6a9", 单: "b5a5", 号: "bac5", 金: "bdf0", 额: "b6ee", 元: "d4aa", 项: "cfee", 目: "c4bf", 名: "c3fb", 称: "b3c6", 餐: "b2cd", 费: "b7d1", "（": "a3a8", "）": "a3a9", 𠀀: "95328236" };

export const inGb18030 = (text) => Buffer.concat([...text].map((character) => Buffer.from(...(gb18030[character] ? [gb18030[character], "hex"] : [character, "latin1"]))));
